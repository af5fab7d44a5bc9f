# Jun 25 09:07:51 root, dashboard.info
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=dashboard.info'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, progress.get
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=progress.get'
    'elid=yes_form1479439520235'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, whoami
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=whoami'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, longtask.list
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=longtask.list'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
