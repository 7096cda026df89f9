namespace DslNet;

/// <summary>Looks whether a checkpoint has all that is asked for, and changes nothing.</summary>
internal sealed class StateCheck(StateContent content) : IStateVisitor
{
    public long Whole(string name, long value)
    {
        content.Get<long>(name);
        return value;
    }

    public long Parts(string name, long value) => content.Get<long>(name);

    public double Real(string name, double value)
    {
        content.Get<double>(name);
        return value;
    }

    public void Floats(string name, Span<float> values) => content.Floats(name, values.Length);
}
