# Jun 25 09:07:51 root, account.import
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
