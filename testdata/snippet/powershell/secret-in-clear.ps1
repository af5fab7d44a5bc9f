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
