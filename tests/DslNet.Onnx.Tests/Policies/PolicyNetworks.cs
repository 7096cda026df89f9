using DslNet.Onnx.Tests.Harness;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>The policies, imported and compiled once.</summary>
internal static class PolicyNetworks
{
    private static readonly Lazy<IReadOnlyList<(string File, INetwork Network)>> s_all = new(() =>
    {
        IReadOnlyList<INetwork> networks = ImportedNetworks.Load([.. PolicyFiles.All.Select(file => OnnxImport.Read(file))]);
        return [.. PolicyFiles.All.Zip(networks)];
    });

    public static IReadOnlyList<(string File, INetwork Network)> All => s_all.Value;
}
