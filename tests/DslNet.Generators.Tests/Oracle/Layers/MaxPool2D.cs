namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The largest number in each window; of equal ones the first, as PyTorch has it.</summary>
internal sealed class MaxPool2D(int height, int width, int? stride = null, int padding = 0, bool ceil = false) : Pooling(height, width, stride, padding, ceil)
{
    public override string Kind => "MaxPool2D";

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(Output.Length);
        foreach ((int output, List<int> window) in Windows())
        {
            int largest = Largest(x, window);
            foreach (int other in window)
                pass.DependOnOrder(x.Value[largest], x.Error[largest], x.Value[other], x.Error[other]);
            y.Set(output, x.Value[largest], x.Error[largest]);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, List<int> window) in Windows())
            dx.Add(Largest(reverse.Inputs[0], window), reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output], 1, 0);
        dx.AddTo(reverse.InputGradients[0]);
    }

    private static int Largest(Bounded x, List<int> window)
    {
        int largest = window[0];
        foreach (int i in window)
        {
            if (x.Value[i] > x.Value[largest])
                largest = i;
        }

        return largest;
    }
}
