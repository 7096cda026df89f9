using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>
/// Calls back when the process is told to end: by Ctrl+C, a signal, or itself. It decides nothing: the program may still refuse a
/// signal. Until it is disposed the runtime keeps what is called, so it should live no longer than needed.
/// </summary>
internal sealed class ProcessEnd : IDisposable
{
    private static readonly PosixSignal[] s_signals = [PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly Action _action;
    private readonly PosixSignalRegistration[] _registrations;

    public ProcessEnd(Action action)
    {
        _action = action;
        _registrations = HasSignals ? Array.ConvertAll(s_signals, signal => PosixSignalRegistration.Create(signal, _ => action())) : [];
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    private static bool HasSignals =>
        !OperatingSystem.IsBrowser() && !OperatingSystem.IsWasi() && !OperatingSystem.IsAndroid() && !OperatingSystem.IsIOS() && !OperatingSystem.IsTvOS();

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
    }

    private void OnExit(object? sender, EventArgs arguments) => _action();
}
