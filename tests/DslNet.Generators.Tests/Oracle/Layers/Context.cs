using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>All values of a sequence in a row: each frame with those before it in front, zeros before the first.</summary>
internal sealed class Context(int values) : FrameLayer
{
    public override string Kind => "Context";

    public override IEnumerable<string> Arguments => [values.ToString(CultureInfo.InvariantCulture)];

    protected override Extent Infer() => Extent.Vector(Input.Length + values);

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        Bounded[] frames = [.. x.Select(_ => new Bounded(Output.Length))];
        ForEach(x.Count, (t, place, at, i) => frames[t].Set(place, x[at].Value[i], x[at].Error[i]));
        return frames;
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses) => ForEach(
        reverses.Count, (t, place, at, i) => reverses[at].InputGradients[0].Add(i, reverses[t].OutputGradient.Value[place], reverses[t].OutputGradient.Error[place]));

    /// <summary>Visits every value that is there: the frame, the place in its output, and the frame and the place that it comes from.</summary>
    private void ForEach(int frames, Action<int, int, int, int> visit)
    {
        for (int t = 0; t < frames; t++)
        {
            for (int place = 0; place < Output.Length; place++)
            {
                int index = t * Input.Length + place - values;
                if (index >= 0)
                    visit(t, place, index / Input.Length, index % Input.Length);
            }
        }
    }
}
