namespace DslNet;

/// <summary>Replaces state by that of a checkpoint.</summary>
internal sealed class StateReader(StateContent content) : IStateVisitor
{
    public long Whole(string name, long value) => content.Get<long>(name);

    public long Parts(string name, long value) => content.Get<long>(name);

    public double Real(string name, double value) => content.Get<double>(name);

    public void Floats(string name, Span<float> values) => content.Floats(name, values.Length).CopyTo(values);
}
