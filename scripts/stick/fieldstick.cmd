@echo off
rem Starts Fieldstick from the folder this file lies in, with the Java runtime that lies beside it.
rem Pure ASCII, because cmd reads this file in the console's code page: words for people are in the program.
setlocal EnableExtensions DisableDelayedExpansion

rem Where the caller stands. The program resolves relative paths of options against it (Main reads FIELDSTICK_CWD),
rem because java is not started there: Windows searches the current folder for DLLs, and that folder may be anybody's.
set "FIELDSTICK_CWD=%CD%"

rem Home by its 8.3 short name where the volume has one (again for the sake of the ANSI code page). The dot keeps the
rem backslash at the end of %~dp0 from escaping the quote behind it.
for %%I in ("%~dp0.") do set "FIELDSTICK_HOME=%%~fsI"
if not exist "%FIELDSTICK_HOME%\runtime\bin\java.exe" set "FIELDSTICK_HOME=%~dp0."
if "%FIELDSTICK_HOME:~-1%"=="\" set "FIELDSTICK_HOME=%FIELDSTICK_HOME:~0,-1%"
if not exist "%FIELDSTICK_HOME%\runtime\bin\java.exe" goto norun

rem What a strange PC may have set for every Java program is not for this one.
set "JAVA_TOOL_OPTIONS="
set "_JAVA_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_LAUNCHER_DEBUG="
set "CLASSPATH="

if not exist "%FIELDSTICK_HOME%\cases\.tmp\" mkdir "%FIELDSTICK_HOME%\cases\.tmp" 2>nul
cd /d "%SystemRoot%\System32"

rem The archive of classes that make-stick put there saves start-up. Java takes it from any place, but only if the jar has
rem the same name as then: so it is named without a folder, from app, which holds nothing that the stick did not bring.
rem One that does not fit is passed over without a word. Where cd fails, as on a share (\\server\...), this stays in System32.
set "FIELDSTICK_JAR=%FIELDSTICK_HOME%\app\fieldstick.jar"
set "FIELDSTICK_CLASSES=-Xshare:auto"
cd /d "%FIELDSTICK_HOME%\app" 2>nul
if not exist fieldstick.jsa goto start
set "FIELDSTICK_JAR=fieldstick.jar"
set "FIELDSTICK_CLASSES=-XX:SharedArchiveFile=fieldstick.jsa"
:start

"%FIELDSTICK_HOME%\runtime\bin\java.exe" ^
 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx512m ^
 %FIELDSTICK_CLASSES% -Xlog:disable -XX:+DisplayVMOutputToStderr ^
 "-XX:ErrorFile=%FIELDSTICK_HOME%\cases\.tmp\hs_err_%%p.log" ^
 "-Djava.io.tmpdir=%FIELDSTICK_HOME%\cases\.tmp" ^
 -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=WARN ^
 -Djna.nounpack=true -Djna.nosys=true "-Djna.boot.library.path=%FIELDSTICK_HOME%\app\native" ^
 "-Dfieldstick.home=%FIELDSTICK_HOME%\." ^
 -jar "%FIELDSTICK_JAR%" %*
exit /b %ERRORLEVEL%

:norun
echo fieldstick: runtime\bin\java.exe is missing beside this file.>&2
echo The stick is not complete. Copy it again, or build it with scripts/make-stick.>&2
if "%~1"=="" pause
exit /b 7
