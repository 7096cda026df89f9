namespace DslNet.Tests.Training;

/// <summary>A writer that refuses to be used once it is closed, with an exception of another kind than .NET's own writers throw.</summary>
internal sealed class StubbornWriter : StringWriter
{
    private bool _closed;

    public override void WriteLine()
    {
        if (_closed)
            throw new NotSupportedException("closed");
        base.WriteLine();
    }

    protected override void Dispose(bool disposing)
    {
        _closed = true;
        base.Dispose(disposing);
    }
}
