namespace DslNet.Tests.Threads;

/// <summary>Holds up every thread but the caller's until it is released.</summary>
internal readonly ref struct WaitingParts(CountdownEvent began, ManualResetEventSlim release) : IParts
{
    private readonly CountdownEvent _began = began;
    private readonly ManualResetEventSlim _release = release;

    public void Run(Job job, int participant)
    {
        _began.Signal();
        if (participant > 0)
            _release.Wait();
        else
            _began.Wait();
    }
}
