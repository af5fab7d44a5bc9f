# Jun 24 07:23:55 root, vm.migrate, changes data
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=vm.migrate'
    'elid=617%2C%20618'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/vmmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
