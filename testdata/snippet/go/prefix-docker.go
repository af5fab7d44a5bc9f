// Jun 25 09:07:51 root, user.edit, changes data
func userEdit() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "user.edit"},
        {"clicked_button", "ok"},
        {"elid", "shop"},
        {"fullname", "Ann Example"},
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
// Jun 25 09:07:51 root, user.suspend, changes data
func userSuspend() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "user.suspend"},
        {"elid", "shop"},
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
