// Jun 25 09:07:51 root, move, changes data
func move() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "move"},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, type
func typeCall() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "type"},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, self
func self() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "self"},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, main
func mainCall() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "main"},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, 2fa
func call2fa() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "2fa"},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, ..
func call() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", ".."},
        {"elid", "1"},
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
// Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
func call_2() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "имя"},
        {"elid", "1"},
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
