# What .github/workflows/windows.yml asks of a real Windows. Never run yet.
$ErrorActionPreference = "Stop"
$uninstall = "Software\Microsoft\Windows\CurrentVersion\Uninstall"

function Confirm($holds, [string]$what) {
  if (-not $holds) { throw $what }
}

function Install-Setup($setup, [string]$words) {
  $done = Start-Process $setup.FullName -ArgumentList $words -Wait -PassThru
  Confirm ($done.ExitCode -eq 0) "$($setup.Name) $words`: $($done.ExitCode)"
}

function Invoke-Msi([string]$what, $package, [string]$properties) {
  $log = "msi-$($what.Trim('/'))-$($package.BaseName).log"
  $done = Start-Process msiexec -ArgumentList "$what `"$($package.FullName)`" /qn /norestart /l*v $log $properties" -Wait -PassThru
  Confirm ($done.ExitCode -in 0, 3010) "msiexec $what $($package.Name): $($done.ExitCode)"
}

# The entry of the list of programs, setup's or the MSI's.
function Get-Entry([string]$root) {
  Get-ChildItem "$root`:\$uninstall" | Get-ItemProperty | Where-Object { $_.PSObject.Properties["DisplayName"] -and $_.DisplayName -eq "Santé 100 jours" }
}

function Get-Shortcuts([string]$root) {
  $places = if ($root -eq "HKCU") { "Desktop", "Programs" } else { "CommonDesktopDirectory", "CommonPrograms" }
  foreach ($place in $places) {
    Get-ChildItem ([Environment]::GetFolderPath($place)) -Recurse -Filter "Santé 100 jours.lnk"
  }
}

function Confirm-Installed([string]$root, [string]$folder) {
  Confirm (Test-Path "$folder\Sante100jours.exe") "no program in $folder"
  Confirm (-not (Test-Path "$folder\lib\module_ancien.py") -or (Get-Entry $root).DisplayVersion -eq "0.9.9") "what is stale is still there"
  Confirm (@(Get-Entry $root).Count -eq 1) "entries in the list of programs: $(@(Get-Entry $root).Count)"
  $kind = (Get-ItemProperty "$root`:\Software\Classes\.msp100").'(default)'
  Confirm ($kind -eq "Sante100jours.Dossier") "association: $kind"
  $command = (Get-ItemProperty "$root`:\Software\Classes\Sante100jours.Dossier\shell\open\command").'(default)'
  Confirm ($command -like "`"$folder\Sante100jours.exe`"*") "a double click runs $command"
  $shell = New-Object -ComObject WScript.Shell
  $links = @(Get-Shortcuts $root)
  Confirm ($links.Count -eq 2) "shortcuts: $($links.FullName)"
  foreach ($link in $links) {
    $target = $shell.CreateShortcut($link.FullName).TargetPath
    Confirm ($target -eq "$folder\Sante100jours.exe") "$($link.Name) leads to $target"
  }
}

# Every file is there, as it was built.
function Confirm-Payload([string]$folder) {
  foreach ($line in Get-Content SHA256SUMS -Encoding utf8) {
    $digest, $name = $line -split "  ", 2
    $path = Join-Path $folder $name
    Confirm (Test-Path -LiteralPath $path) "missing: $name"
    Confirm ((Get-FileHash -LiteralPath $path -Algorithm SHA256).Hash -eq $digest) "not as it was built: $name"
  }
}

# Remove as Settings do: by the command that the list of programs holds, which returns before all is done.
function Invoke-Removal([string]$root) {
  $command = (Get-Entry $root).QuietUninstallString
  Confirm ($command -match '^"([^"]+)"\s*(.*)$') "QuietUninstallString: $command"
  Start-Process $Matches[1] -ArgumentList $Matches[2] -Wait
  for ($turn = 0; $turn -lt 60 -and (Get-Entry $root); $turn++) { Start-Sleep 1 }
}

function Confirm-Gone([string]$root) {
  Confirm (-not (Get-Entry $root)) "still in the list of programs"
  Confirm (-not (Test-Path "$root`:\Software\Classes\Sante100jours.Dossier")) "its kind of file is still there"
  Confirm (@(Get-Shortcuts $root).Count -eq 0) "shortcuts are left"
}

# Each file of some folders with its sum, as one text; the log, which tells of each start, aside.
function Get-Sums([string[]]$folders) {
  $files = Get-ChildItem $folders -Recurse -File | Where-Object { $_.FullName -notmatch "journaux" } | Sort-Object FullName
  ($files | ForEach-Object { "$((Get-FileHash -LiteralPath $_.FullName).Hash) $($_.FullName)" }) -join "`n"
}

# A picture of this size, in which something is drawn.
function Confirm-Picture([string]$path, [int]$width, [int]$height) {
  Add-Type -AssemblyName System.Drawing
  $picture = [Drawing.Bitmap]::FromFile((Resolve-Path $path))
  Confirm ($picture.Width -eq $width -and $picture.Height -eq $height) "$path is $($picture.Width) x $($picture.Height)"
  $seen = @{}
  for ($x = 0; $x -lt $width; $x += 3) { for ($y = 0; $y -lt $height; $y += 3) { $seen[$picture.GetPixel($x, $y).ToArgb()] = 1 } }
  $picture.Dispose()
  Confirm ($seen.Count -gt 100) "$path has $($seen.Count) colours"
}

function Get-Window {
  Get-Process Sante100jours -ErrorAction SilentlyContinue | Where-Object { $_.MainWindowHandle -ne 0 }
}

function Wait-Window([int]$seconds) {
  for ($turn = 0; $turn -lt $seconds; $turn++) {
    if (Get-Window) { Start-Sleep 5; return $true }
    Start-Sleep 1
  }
  return $false
}

function Save-Screen([string]$path) {
  Add-Type -AssemblyName System.Windows.Forms, System.Drawing
  $bounds = [Windows.Forms.Screen]::PrimaryScreen.Bounds
  $picture = New-Object Drawing.Bitmap $bounds.Width, $bounds.Height
  [Drawing.Graphics]::FromImage($picture).CopyFromScreen($bounds.Location, [Drawing.Point]::Empty, $bounds.Size)
  $picture.Save((Join-Path (Get-Location) $path))
  $picture.Dispose()
}

function Close-Window([int]$seconds) {
  Get-Window | ForEach-Object { $_.CloseMainWindow() | Out-Null }
  for ($turn = 0; $turn -lt $seconds -and (Get-Process Sante100jours -ErrorAction SilentlyContinue); $turn++) { Start-Sleep 1 }
  Confirm (-not (Get-Process Sante100jours -ErrorAction SilentlyContinue)) "the window does not close"
}
