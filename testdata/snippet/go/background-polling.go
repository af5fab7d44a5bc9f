// Jun 25 09:07:51 root, dashboard.info
func dashboardInfo() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "dashboard.info"},
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
// Jun 25 09:07:51 root, progress.get
func progressGet() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "progress.get"},
        {"elid", "yes_form1479439520235"},
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
// Jun 25 09:07:51 root, whoami
func whoami() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "whoami"},
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
// Jun 25 09:07:51 root, longtask.list
func longtaskList() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "longtask.list"},
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
