namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The largest number in each window; of equal ones the first, as PyTorch has it.</summary>
internal class MaxPool(int[] window, int? stride = null, int padding = 0, bool ceil = false)
    : Pooling("MaxPool", window, stride, padding, ceil)
{
    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(Output.Length);
        foreach ((int output, List<int> taken) in Windows())
        {
            int largest = Largest(x, taken);
            foreach (int other in taken)
                pass.DependOnOrder(x.Value[largest], x.Error[largest], x.Value[other], x.Error[other]);
            y.Set(output, x.Value[largest], x.Error[largest]);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, List<int> taken) in Windows())
            dx.Add(Largest(reverse.Inputs[0], taken), reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output], 1, 0);
        dx.AddTo(reverse.InputGradients[0]);
    }

    private static int Largest(Bounded x, List<int> taken)
    {
        int largest = taken[0];
        foreach (int i in taken)
        {
            if (x.Value[i] > x.Value[largest])
                largest = i;
        }

        return largest;
    }
}
