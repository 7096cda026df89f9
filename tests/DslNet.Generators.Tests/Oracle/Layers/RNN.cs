namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>h = tanh(x's part + h's part).</summary>
internal sealed class RNN(int hidden) : Recurrent(gates: 1, hidden)
{
    public override string Kind => "RNN";

    protected override void Compute(Frame frame, int j) => frame.Output[j] = Rough.Tanh(frame.OfInput[j] + frame.OfBefore[j]);

    protected override Rough Differentiate(Frame frame, int j, Rough gradient, ref Rough cell, Rough[] ofInput, Rough[] ofBefore)
    {
        ofInput[j] = ofBefore[j] = gradient * (1 - frame.Output[j] * frame.Output[j]);
        return 0;
    }
}
