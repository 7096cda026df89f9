namespace DslNet;

/// <summary>Whether a training was asked to stop; shared by all of its progress reports.</summary>
internal sealed class StopRequest
{
    private volatile bool _made;

    public bool IsMade => _made;

    public void Make() => _made = true;
}
