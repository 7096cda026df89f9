namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>c = σ(f)·c' + σ(i)·tanh(g), h = σ(o)·tanh(c).</summary>
internal sealed class LSTM(int hidden) : Recurrent(gates: 4, hidden)
{
    private readonly int _hidden = hidden;

    public override string Kind => "LSTM";

    protected override void Compute(Frame frame, int j)
    {
        (Rough i, Rough f, Rough g, Rough o) = Gates(frame, j);
        frame.Cell[j] = f * frame.CellBefore[j] + i * g;
        frame.Output[j] = o * Rough.Tanh(frame.Cell[j]);
    }

    protected override Rough Differentiate(Frame frame, int j, Rough gradient, ref Rough cell, Rough[] ofInput, Rough[] ofBefore)
    {
        (Rough i, Rough f, Rough g, Rough o) = Gates(frame, j);
        Rough tanh = Rough.Tanh(frame.Cell[j]), ofCell = cell + gradient * o * (1 - tanh * tanh);
        Rough[] gates = [ofCell * g * i * (1 - i), ofCell * frame.CellBefore[j] * f * (1 - f), ofCell * i * (1 - g * g), gradient * tanh * o * (1 - o)];
        for (int gate = 0; gate < gates.Length; gate++)
            ofInput[gate * _hidden + j] = ofBefore[gate * _hidden + j] = gates[gate];
        cell = ofCell * f;
        return 0;
    }

    private (Rough I, Rough F, Rough G, Rough O) Gates(Frame frame, int j)
    {
        Rough Gate(int gate) => frame.OfInput[gate * _hidden + j] + frame.OfBefore[gate * _hidden + j];
        return (Rough.Sigmoid(Gate(0)), Rough.Sigmoid(Gate(1)), Rough.Tanh(Gate(2)), Rough.Sigmoid(Gate(3)));
    }
}
