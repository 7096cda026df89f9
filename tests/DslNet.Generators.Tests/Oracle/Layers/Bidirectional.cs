namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Two recurrent layers, one of which reads the sequence from its last frame: the outputs of both, side by side.</summary>
/// <param name="create">One of the layers.</param>
internal sealed class Bidirectional(Func<FrameLayer> create) : FrameLayer
{
    private readonly FrameLayer _first = create(), _second = create();

    public override string Kind => _first.Kind;

    public override IEnumerable<string> Arguments => [.. _first.Arguments, "Bidirectional = true"];

    public override bool LooksAhead => true;

    public override IReadOnlyList<int[]> ParameterShapes => [.. _first.ParameterShapes, .. _second.ParameterShapes];

    protected override Extent Infer()
    {
        _first.Attach(InputExtents);
        _second.Attach(InputExtents);
        return Extent.Vector(2 * _first.Output.Length);
    }

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        IReadOnlyList<IReadOnlyList<Bounded>> frames = [.. x.Select(frame => new[] { frame })];
        Pass[] passes = [.. x.Select(_ => new Pass(margin: 0))];
        IReadOnlyList<Bounded> first = _first.ForwardTogether(passes, frames, First(parameters)), second = _second.ForwardTogether(passes, [.. frames.Reverse()], Second(parameters));
        return [.. first.Zip(second.Reverse(), Join)];
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        int hidden = _first.Output.Length;
        _first.BackwardTogether([.. reverses.Select(reverse => Part(reverse, 0, First))]);
        _second.BackwardTogether([.. reverses.Reverse().Select(reverse => Part(reverse, hidden, Second))]);

        Reverse Part(Reverse reverse, int start, Func<IReadOnlyList<double[]>, IReadOnlyList<double[]>> parameters) => reverse with
        {
            Output = Slice(reverse.Output, start, hidden),
            OutputGradient = Slice(reverse.OutputGradient, start, hidden),
            Parameters = parameters(reverse.Parameters),
            ParameterGradients = start == 0 ? [.. reverse.ParameterGradients.Take(_first.ParameterShapes.Count)] : [.. reverse.ParameterGradients.Skip(_first.ParameterShapes.Count)],
        };
    }

    private IReadOnlyList<double[]> First(IReadOnlyList<double[]> parameters) => [.. parameters.Take(_first.ParameterShapes.Count)];

    private IReadOnlyList<double[]> Second(IReadOnlyList<double[]> parameters) => [.. parameters.Skip(_first.ParameterShapes.Count)];

    private static Bounded Join(Bounded one, Bounded other)
    {
        Bounded joined = new(one.Length + other.Length);
        for (int i = 0; i < joined.Length; i++)
        {
            (Bounded from, int at) = i < one.Length ? (one, i) : (other, i - one.Length);
            joined.Set(i, from.Value[at], from.Error[at]);
        }

        return joined;
    }

    private static Bounded Slice(Bounded values, int start, int length)
    {
        Bounded slice = new(length);
        for (int i = 0; i < length; i++)
            slice.Set(i, values.Value[start + i], values.Error[start + i]);
        return slice;
    }
}
