# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=x%27%3Bid%3B%20%23'
    'elid=1'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, a%0Ab, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=a%0Ab'
    'elid=1'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, a%3Db, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=a%3Db'
    'elid=1'
    'sok=ok'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
