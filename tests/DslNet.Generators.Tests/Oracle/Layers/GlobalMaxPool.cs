namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The largest number of each channel; of equal ones the first, as PyTorch has it.</summary>
internal sealed class GlobalMaxPool : OracleLayer
{
    public override string Kind => "GlobalMaxPool";

    protected override Extent Infer() => Extent.Vector(Input.Channels);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(Output.Length);
        for (int channel = 0; channel < Input.Channels; channel++)
        {
            int largest = Largest(x, channel);
            for (int place = 0; place < Input.Places; place++)
            {
                int other = channel * Input.Places + place;
                pass.DependOnOrder(x.Value[largest], x.Error[largest], x.Value[other], x.Error[other]);
            }

            y.Set(channel, x.Value[largest], x.Error[largest]);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        for (int channel = 0; channel < Input.Channels; channel++)
            reverse.InputGradients[0].Add(Largest(reverse.Inputs[0], channel), reverse.OutputGradient.Value[channel], reverse.OutputGradient.Error[channel]);
    }

    private int Largest(Bounded x, int channel)
    {
        int largest = channel * Input.Places;
        for (int place = 1; place < Input.Places; place++)
        {
            if (x.Value[channel * Input.Places + place] > x.Value[largest])
                largest = channel * Input.Places + place;
        }

        return largest;
    }
}
