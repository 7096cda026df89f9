namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y = x[last].</summary>
internal sealed class LastFrame : FrameReduction
{
    public override string Kind => "LastFrame";

    protected override Bounded Reduce(Pass pass, IReadOnlyList<Bounded> x) => x[^1];

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        Bounded gradient = reverses[0].OutputGradient;
        for (int i = 0; i < gradient.Length; i++)
            reverses[^1].InputGradients[0].Add(i, gradient.Value[i], gradient.Error[i]);
    }
}
