@echo off
rem Double-click me, or type: gongkai [COMMAND]. I find Python and run build.py beside me.
setlocal
set "python="
py -3 -c "" >nul 2>nul && set "python=py -3"
if not defined python python -c "" >nul 2>nul && set "python=python"
if defined python goto run

chcp 65001 >nul
echo 这台电脑上没有找到 Python。 1>&2
echo 办法  安装 Python 3.11 或更高版本，安装时勾选 Add python.exe to PATH，然后重试。 1>&2
echo Python was not found: install Python 3.11 or newer, and tick Add python.exe to PATH. 1>&2
set "code=2"
goto end

:run
%python% "%~dp0build.py" %*
set "code=%errorlevel%"

:end
rem A window that a double click opened would close before anyone can read it.
setlocal EnableDelayedExpansion
set "started=!cmdcmdline:"=!"
if "%~1"=="" if /i not "!started:%~nx0=!"=="!started!" pause
exit /b %code%
