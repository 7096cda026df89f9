using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>One sample back through a pooling.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
/// <param name="Clears">Whether the gradient becomes zero before.</param>
/// <param name="Formula">For its comment, what the pooling computes.</param>
internal abstract record PoolBackward(PoolWindows Windows, Epilogue Epilogue, bool Clears, Comment Formula) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [.. Saved, new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    /// <summary>What of the forward direction the gradient depends on.</summary>
    protected abstract IEnumerable<KernelParameter> Saved { get; }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"the gradient of the {Formula}{Epilogue.Phrase}, one sample."))
        {
            if (Clears)
            {
                using (writer.Loop("i", "0", $"{Windows.Input.SampleLength}", target.Lanes))
                    writer.Line(target.Store("Float__.Zero", "dx", "i"));
            }

            WriteWindows(writer, target);
        }
    }

    protected abstract void WriteWindows(SourceWriter writer, Target target);
}
