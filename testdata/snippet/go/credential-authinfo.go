// Jun 25 09:07:51 root, user
func user() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "user"},
        {"out", "xml"},
    } {
        data += "&" + url.QueryEscape(pair[0]) + "=" + url.QueryEscape(pair[1])
    }
    transport := http.DefaultTransport.(*http.Transport).Clone()
    transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
    client := http.Client{Transport: transport}
    response, err := client.Post("https://localhost:1500/ispmgr", "application/x-www-form-urlencoded", strings.NewReader(data[1:]))
    if err != nil {
        return "", err
    }
    defer response.Body.Close()
    answer, err := io.ReadAll(response.Body)
    if err != nil {
        return "", err
    }
    if response.StatusCode != http.StatusOK {
        return "", errors.New(response.Status)
    }
    if strings.Contains(string(answer), "<error") {
        return "", errors.New(string(answer))
    }
    return string(answer), nil
}
// Jun 25 09:07:51 root, user
func user_2() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "user"},
        {"out", "xml"},
    } {
        data += "&" + url.QueryEscape(pair[0]) + "=" + url.QueryEscape(pair[1])
    }
    transport := http.DefaultTransport.(*http.Transport).Clone()
    transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
    client := http.Client{Transport: transport}
    response, err := client.Post("https://localhost:1500/ispmgr", "application/x-www-form-urlencoded", strings.NewReader(data[1:]))
    if err != nil {
        return "", err
    }
    defer response.Body.Close()
    answer, err := io.ReadAll(response.Body)
    if err != nil {
        return "", err
    }
    if response.StatusCode != http.StatusOK {
        return "", errors.New(response.Status)
    }
    if strings.Contains(string(answer), "<error") {
        return "", errors.New(string(answer))
    }
    return string(answer), nil
}
