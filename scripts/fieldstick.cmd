@echo off
rem Runs Fieldstick from a checkout on Windows, on this very PC: builds what is stale, puts a stick together under
rem target\stick and starts it. Needs a 64-bit JDK 17 (JAVA_HOME) and Maven on the PATH.
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "TARGET=%ROOT%\target"
set "STICK=%TARGET%\stick"
set "XCOPY=%SystemRoot%\System32\xcopy.exe"
if not exist "%TARGET%\" mkdir "%TARGET%"

rem The state of the sources: every file with its size and time.
>"%TARGET%\state.now" echo %ROOT%
for %%F in ("%ROOT%\pom.xml") do >>"%TARGET%\state.now" echo %%F %%~tzF
for /r "%ROOT%\src\main" %%F in (*) do >>"%TARGET%\state.now" echo %%F %%~tzF
for /r "%ROOT%\profiles" %%F in (*) do >>"%TARGET%\state.now" echo %%F %%~tzF
if not exist "%STICK%\runtime\bin\java.exe" goto build
"%SystemRoot%\System32\fc.exe" /b "%TARGET%\state.now" "%TARGET%\state.built" >nul 2>nul
if not errorlevel 1 goto run

:build
echo fieldstick: building 1>&2
pushd "%ROOT%"
call mvn -q -B package -DskipTests -Dspotless.check.skip=true 1>&2
if errorlevel 1 (
  popd
  exit /b 1
)
popd
if not exist "%STICK%\runtime\bin\java.exe" (
  if not exist "%JAVA_HOME%\bin\java.exe" (
    echo fieldstick: set JAVA_HOME to a 64-bit JDK 17 1>&2
    exit /b 2
  )
  if not exist "%STICK%\" mkdir "%STICK%"
  mklink /j "%STICK%\runtime" "%JAVA_HOME%" >nul
)
if exist "%STICK%\app\" rmdir /s /q "%STICK%\app"
if exist "%STICK%\profiles\" rmdir /s /q "%STICK%\profiles"
"%XCOPY%" /q /i /y "%TARGET%\fieldstick.jar" "%STICK%\app\" >nul
"%XCOPY%" /q /i /y "%TARGET%\lib" "%STICK%\app\lib" >nul
"%XCOPY%" /q /i /y "%TARGET%\native\com\sun\jna\win32-x86-64\jnidispatch.dll" "%STICK%\app\native\" >nul
"%XCOPY%" /q /i /y /s "%ROOT%\profiles" "%STICK%\profiles" >nul
if not exist "%STICK%\installers\" mkdir "%STICK%\installers"
if not exist "%STICK%\cases\" mkdir "%STICK%\cases"
copy /y "%ROOT%\scripts\stick\fieldstick.cmd" "%STICK%\fieldstick.cmd" >nul
copy /y "%TARGET%\state.now" "%TARGET%\state.built" >nul

:run
call "%STICK%\fieldstick.cmd" %*
exit /b %ERRORLEVEL%
