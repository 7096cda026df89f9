using DslNet.Generators.Emission;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>A text that is remembered is the one that would be written.</summary>
public sealed class KernelTextsTests
{
    [Fact]
    public void Remembered_texts_are_those_of_their_kernel_name_target_and_depth()
    {
        // Networks whose kernels are equal: by the same names, by others, and with as many panels of outputs that are not all used; each text is asked for
        // twice.
        string[] networks = ["[Input(20), Dense(20), Tanh, Dense(5), MeanSquaredError]", "[Input(20), Dense(24), Tanh, Dense(5), MeanSquaredError]", "[Input(20), Dense(24, Name = \"First\"), Tanh, Dense(5), MeanSquaredError]"];
        foreach (NamedKernel kernel in networks.SelectMany(network => Planning.Compilation.Of(NetworkSource.Valid(network)).Kernels.All))
        {
            foreach (Target target in Target.All)
            {
                for (int depth = 0; depth < 3; depth++)
                {
                    SourceWriter writer = new(depth);
                    kernel.Write(writer, target);
                    for (int time = 0; time < 2; time++)
                        Assert.Equal(writer.ToString(), KernelTexts.Of(kernel, target, depth));
                }
            }
        }
    }
}
