using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Model;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Every activation compiles where it is computed in registers, with the widest vectors too.</summary>
public sealed class FusedActivationTests
{
    [Fact]
    public void Every_activation_is_written_for_all_targets()
    {
        string source = string.Concat(Activations.All.Select(NetworkWith));
        Generation.Run(source, "", out var compiled);
        Assert.Empty(compiled.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity > DiagnosticSeverity.Hidden));

        static string NetworkWith(Activation activation)
        {
            int positional = activation.Parameters.Count(parameter => parameter is FloatParameter { IsPositional: true });
            string layer = positional == 0 ? activation.Kind : $"{activation.Kind}({string.Join(", ", Enumerable.Repeat("0.5", positional))})";
            return $"[Network, Input(4, 14, 14, Gradient = true), Conv2D(16, 3), {layer}, Conv2D(16, 3), {layer}, Flatten, Dense(64), {layer}, Dense(64), MeanSquaredError] "
                + $"internal partial class {activation.Kind}Net;\n";
        }
    }
}
