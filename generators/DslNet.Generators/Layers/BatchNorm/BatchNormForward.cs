using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>y = x·a + c with a scale and a shift for each channel.</summary>
/// <param name="Columns">x and y, which are stored alike.</param>
/// <param name="Epilogue">What becomes of y.</param>
internal sealed record BatchNormForward(ChannelColumns Columns, Epilogue Epilogue) : Kernel
{
    private static readonly KernelParameter s_x = new("x");

    public override IReadOnlyList<KernelParameter> Parameters => [s_x, new("scale"), new("shift"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelParameter[] memory = [s_x, Epilogue.Destination, .. Epilogue.Extra];
        using (Method(writer, name, $"y = x·scale + shift{Epilogue.Phrase}: {Columns.Phrase}.", single: true))
        {
            Columns.WriteEach(writer, target, memory, ["scale", "shift"], (memoryOf, at, of) =>
                Epilogue.WriteStore(writer, target, $"Lanes__.MultiplyAdd({target.Load(memoryOf(s_x), at)}, {of("scale")}, {of("shift")})", memoryOf, at));
        }
    }
}
