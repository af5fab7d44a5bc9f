# ==== credential-auth
# Jun 25 09:07:51 root, user
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== credential-authinfo
# Jun 25 09:07:51 root, user
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user'
    'out=xml'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw $answer.doc.error.OuterXml }
$answer
# Jun 25 09:07:51 root, user
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user'
    'out=xml'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw $answer.doc.error.OuterXml }
$answer
# ==== credential-sesid
# Jun 25 09:07:51 root, session.delete, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=session.delete'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== masked
# Jun 25 09:07:51 root, user.edit, changes data, without masked zpasswd
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user.edit'
    'clicked_button=ok'
    'elid=shop'
    'fullname=Ann%20Example'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, user.edit, changes data, without masked confirm, without masked passwd
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user.edit'
    'clicked_button=ok'
    'elid=shop'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== masked-func
# ==== masked-star-typed
# Jun 25 09:07:51 root, user.edit, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user.edit'
    'clicked_button=ok'
    'elid=shop'
    'limit=%2A'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== secret-in-clear
# Jun 25 09:07:51 root, ipmi.edit, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
if ($null -eq $env:IPMIPASS) { throw 'IPMIPASS is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=ipmi.edit'
    'clicked_button=ok'
    'elid=4'
    'ipmipass=' + [uri]::EscapeDataString($env:IPMIPASS)
    'ipmiuser=admin'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== secrets-in-clear-nine
# Jun 25 09:07:51 root, account.import, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
if ($null -eq $env:MGR_KEY1_TOKEN) { throw 'MGR_KEY1_TOKEN is not set' }
if ($null -eq $env:MGR_KEY2_TOKEN) { throw 'MGR_KEY2_TOKEN is not set' }
if ($null -eq $env:MGR_KEY3_TOKEN) { throw 'MGR_KEY3_TOKEN is not set' }
if ($null -eq $env:MGR_KEY4_TOKEN) { throw 'MGR_KEY4_TOKEN is not set' }
if ($null -eq $env:MGR_KEY5_TOKEN) { throw 'MGR_KEY5_TOKEN is not set' }
if ($null -eq $env:MGR_KEY6_TOKEN) { throw 'MGR_KEY6_TOKEN is not set' }
if ($null -eq $env:MGR_KEY7_TOKEN) { throw 'MGR_KEY7_TOKEN is not set' }
if ($null -eq $env:MGR_KEY8_TOKEN) { throw 'MGR_KEY8_TOKEN is not set' }
if ($null -eq $env:MGR_KEY9_TOKEN) { throw 'MGR_KEY9_TOKEN is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=account.import'
    'key1_token=' + [uri]::EscapeDataString($env:MGR_KEY1_TOKEN)
    'key2_token=' + [uri]::EscapeDataString($env:MGR_KEY2_TOKEN)
    'key3_token=' + [uri]::EscapeDataString($env:MGR_KEY3_TOKEN)
    'key4_token=' + [uri]::EscapeDataString($env:MGR_KEY4_TOKEN)
    'key5_token=' + [uri]::EscapeDataString($env:MGR_KEY5_TOKEN)
    'key6_token=' + [uri]::EscapeDataString($env:MGR_KEY6_TOKEN)
    'key7_token=' + [uri]::EscapeDataString($env:MGR_KEY7_TOKEN)
    'key8_token=' + [uri]::EscapeDataString($env:MGR_KEY8_TOKEN)
    'key9_token=' + [uri]::EscapeDataString($env:MGR_KEY9_TOKEN)
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# ==== secrets-in-clear-two
# Jun 25 09:07:51 root, user.edit, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
if ($null -eq $env:CONFIRM) { throw 'CONFIRM is not set' }
if ($null -eq $env:PASSWD) { throw 'PASSWD is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=user.edit'
    'clicked_button=ok'
    'confirm=' + [uri]::EscapeDataString($env:CONFIRM)
    'elid=shop'
    'passwd=' + [uri]::EscapeDataString($env:PASSWD)
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
