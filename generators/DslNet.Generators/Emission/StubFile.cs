using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the whole public surface of a network that cannot be built, with bodies that throw: so that the compiler has nothing
/// to say about its uses, and what the analyzer says stands alone.
/// </summary>
internal static class StubFile
{
    /// <summary>The line at the head of the file, by which analyzers know it.</summary>
    public const string Mark = "// This is only what other code refers to.";

    /// <param name="network">The network.</param>
    /// <param name="reason">What is wrong with it, as a sentence that begins behind its name.</param>
    public static string Write(NetworkSpec network, string reason)
    {
        TypeSpec type = network.Type;
        string name = type.PlainName;
        string refusal = $"throw global::DslNet.CompilerServices.NetworkGuard.Invalid({Literal.Of($"{name} {reason}")})";
        SourceWriter writer = new();
        TypeShell.WriteHeader(writer, network.HasNamedPorts ? ["#pragma warning disable CS0649"] : [], Mark);
        TypeShell.WriteType(writer, type, $" : global::DslNet.INetwork<{type.Name}>{(network.IsSequence ? $", {SequenceInput.Of(network).Interface}" : "")}", () =>
        {
            writer.Lines(
                $"// The network {reason}",
                "",
                "/// <summary>How many values one input sample has.</summary>",
                $"public const int InputLength = {network.Constants.InputLength ?? 1};",
                "",
                "/// <summary>How many values one output has.</summary>",
                $"public const int OutputLength = {network.Constants.OutputLength ?? 1};",
                "",
                "/// <summary>How many parameters are learned.</summary>",
                $"public const int ParameterCount = {network.Constants.ParameterCount ?? 0};");
            if (!type.HasSeedConstructor)
                writer.Lines("", "/// <summary>Creates a network.</summary>", $"public {type.Name}({SurfaceFile.SeedParameter(type)}) => {refusal};");
            writer.Lines(
                "",
                "/// <inheritdoc />",
                $"public static global::DslNet.NetworkDescription Declaration => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public static {type.Name} Create(int seed) => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public global::DslNet.NetworkDescription Description => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public int Seed => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public global::System.Span<float> Parameters => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public global::System.Span<float> Gradients => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public void Initialize(int seed) => {refusal};");

            if (network.KeepsStates)
                writer.Lines("", "/// <inheritdoc />", $"public global::System.Span<float> States => {refusal};");
            LayerProperties.WriteStubs(writer, network, refusal);
            LossMethods.WriteStubs(writer, network, refusal);
        });
        return writer.ToString();
    }
}
