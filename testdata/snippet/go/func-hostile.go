// Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
func xId() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "x';id; #"},
        {"elid", "1"},
        {"sok", "ok"},
        {"out", "json"},
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
    var document struct{ Doc struct{ Error any } }
    if err := json.Unmarshal(answer, &document); err != nil {
        return "", err
    }
    if document.Doc.Error != nil {
        return "", errors.New(string(answer))
    }
    return string(answer), nil
}
// Jun 25 09:07:51 root, a%0Ab, changes data
func aB() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "a\nb"},
        {"elid", "1"},
        {"sok", "ok"},
        {"out", "json"},
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
    var document struct{ Doc struct{ Error any } }
    if err := json.Unmarshal(answer, &document); err != nil {
        return "", err
    }
    if document.Doc.Error != nil {
        return "", errors.New(string(answer))
    }
    return string(answer), nil
}
// Jun 25 09:07:51 root, a%3Db, changes data
func aB_2() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "a=b"},
        {"elid", "1"},
        {"sok", "ok"},
        {"out", "json"},
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
    var document struct{ Doc struct{ Error any } }
    if err := json.Unmarshal(answer, &document); err != nil {
        return "", err
    }
    if document.Doc.Error != nil {
        return "", errors.New(string(answer))
    }
    return string(answer), nil
}
