# Jun 25 09:07:51 root, move, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=move'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, type
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=type'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, self
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=self'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, main
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=main'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, 2fa
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=2fa'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, ..
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=..'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=%D0%B8%D0%BC%D1%8F'
    'elid=1'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/ispmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
