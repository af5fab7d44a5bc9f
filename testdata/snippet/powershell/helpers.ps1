# Jun 25 09:07:51 root, user
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user'
    'clickstat=on'
    'elname=shop'
    'newwindow=yes'
    'p_cnt=50'
    'p_num=1'
    'tab_id=7'
    'zoom-name=x'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
