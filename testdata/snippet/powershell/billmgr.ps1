# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
if ($null -eq $env:MGR_AUTHINFO) { throw 'MGR_AUTHINFO is not set' }
$form = @(
    'authinfo=' + [uri]::EscapeDataString($env:MGR_AUTHINFO)
    'func=processing.edit'
    'clicked_button=ok'
    'cluster=1'
    'datacenter=1'
    'department=2'
    'elid=14'
    'login=n.admin%40example.com'
    'name=test-5_changer'
    'orderpriority=4'
    'sok=ok'
    'url=https%3A%2F%2Fvm-1.example.com'
    'su=admin'
    'out=json'
) -join '&'
$answer = Invoke-RestMethod -Method Post -Uri 'https://localhost:1500/billmgr' -ContentType 'application/x-www-form-urlencoded' -Body $form -SkipCertificateCheck
if ($answer.doc.error) { throw ($answer.doc.error | ConvertTo-Json -Depth 9) }
$answer
