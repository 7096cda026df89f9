namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>r, z = σ(…), n = tanh(x's part + r·h's part), h = (1 − z)·n + z·h'.</summary>
internal sealed class GRU(int hidden) : Recurrent(gates: 3, hidden)
{
    private readonly int _hidden = hidden;

    public override string Kind => "GRU";

    protected override void Compute(Frame frame, int j)
    {
        (_, Rough z, Rough n) = Gates(frame, j);
        frame.Output[j] = (1 - z) * n + z * frame.Before[j];
    }

    protected override Rough Differentiate(Frame frame, int j, Rough gradient, ref Rough cell, Rough[] ofInput, Rough[] ofBefore)
    {
        (Rough r, Rough z, Rough n) = Gates(frame, j);
        Rough ofN = gradient * (1 - z) * (1 - n * n), ofR = ofN * frame.OfBefore[2 * _hidden + j] * r * (1 - r), ofZ = gradient * (frame.Before[j] - n) * z * (1 - z);
        ofInput[j] = ofBefore[j] = ofR;
        ofInput[_hidden + j] = ofBefore[_hidden + j] = ofZ;
        ofInput[2 * _hidden + j] = ofN;
        ofBefore[2 * _hidden + j] = ofN * r;
        return gradient * z;
    }

    private (Rough R, Rough Z, Rough N) Gates(Frame frame, int j)
    {
        Rough r = Rough.Sigmoid(frame.OfInput[j] + frame.OfBefore[j]), z = Rough.Sigmoid(frame.OfInput[_hidden + j] + frame.OfBefore[_hidden + j]);
        return (r, z, Rough.Tanh(frame.OfInput[2 * _hidden + j] + r * frame.OfBefore[2 * _hidden + j]));
    }
}
