namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y = max x[t], of each value; of equal ones the first, as PyTorch has it.</summary>
internal sealed class MaxOverTime : FrameReduction
{
    public override string Kind => "MaxOverTime";

    protected override Bounded Reduce(Pass pass, IReadOnlyList<Bounded> x)
    {
        Bounded most = new(Input.Length);
        for (int i = 0; i < most.Length; i++)
        {
            Bounded largest = x[Largest(x, i)];
            foreach (Bounded frame in x)
                pass.DependOnOrder(largest.Value[i], largest.Error[i], frame.Value[i], frame.Error[i]);
            most.Set(i, largest.Value[i], largest.Error[i]);
        }

        return most;
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        Bounded[] x = [.. reverses.Select(reverse => reverse.Inputs[0])];
        Bounded gradient = reverses[0].OutputGradient;
        for (int i = 0; i < gradient.Length; i++)
            reverses[Largest(x, i)].InputGradients[0].Add(i, gradient.Value[i], gradient.Error[i]);
    }

    private static int Largest(IReadOnlyList<Bounded> x, int index)
    {
        int largest = 0;
        for (int t = 1; t < x.Count; t++)
        {
            if (x[t].Value[index] > x[largest].Value[index])
                largest = t;
        }

        return largest;
    }
}
