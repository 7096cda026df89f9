using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The gradient of the mean of each channel of one sample.</summary>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one of them to the next.</param>
/// <param name="Epilogue">What becomes of it.</param>
internal sealed record MeanBackward(int Positions, int Stride, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"the gradient of the mean{Epilogue.Phrase}."))
        using (writer.Loop("position", Positions, out string position))
        using (writer.Loop("c", Stride, out string c, target.Lanes))
        {
            writer.Line($"Float__ share = {target.Load("dy", c)} * {target.Constant(1f / Positions)};");
            Epilogue.WriteStore(writer, target, "share", Offset.Sum(Offset.Times(position, Stride), c));
        }
    }
}
