// Jun 25 09:07:51 root, account.import
func accountImport() (string, error) {
    for _, name := range []string{"MGR_AUTHINFO", "MGR_KEY1_TOKEN", "MGR_KEY2_TOKEN", "MGR_KEY3_TOKEN", "MGR_KEY4_TOKEN", "MGR_KEY5_TOKEN", "MGR_KEY6_TOKEN", "MGR_KEY7_TOKEN", "MGR_KEY8_TOKEN", "MGR_KEY9_TOKEN"} {
        if _, ok := os.LookupEnv(name); !ok {
            return "", errors.New(name + " is not set")
        }
    }
    data := ""
    for _, pair := range [][2]string{
        {"authinfo", os.Getenv("MGR_AUTHINFO")},
        {"func", "account.import"},
        {"key1_token", os.Getenv("MGR_KEY1_TOKEN")},
        {"key2_token", os.Getenv("MGR_KEY2_TOKEN")},
        {"key3_token", os.Getenv("MGR_KEY3_TOKEN")},
        {"key4_token", os.Getenv("MGR_KEY4_TOKEN")},
        {"key5_token", os.Getenv("MGR_KEY5_TOKEN")},
        {"key6_token", os.Getenv("MGR_KEY6_TOKEN")},
        {"key7_token", os.Getenv("MGR_KEY7_TOKEN")},
        {"key8_token", os.Getenv("MGR_KEY8_TOKEN")},
        {"key9_token", os.Getenv("MGR_KEY9_TOKEN")},
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
