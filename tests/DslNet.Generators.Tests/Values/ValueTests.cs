using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// Every layer, activation and loss against the oracle; other instruction sets and single samples against the same, bit for bit. Without
/// DSLNET_TESTS=all, other instruction sets for a part of the networks.
/// </summary>
public sealed class ValueTests(CompiledCases compiled) : IClassFixture<CompiledCases>
{
    private static readonly string[] s_names = [.. ValueCases.All.Keys];

    public static TheoryData<string> Names => [.. s_names];

    /// <summary>Where AVX2 is, all that AVX-512 needs can be run; what NEON needs can be run everywhere.</summary>
    [Fact]
    public void All_targets_are_compared() =>
        Assert.Equal(
            System.Runtime.Intrinsics.X86.Avx2.IsSupported ? ["portable", "neon", "avx512"] : ["portable", "neon"],
            compiled.OtherTargets);

    [Theory, MemberData(nameof(Names))]
    public void The_network_computes_what_the_oracle_does(string name)
    {
        ValueCase value = ValueCases.All[name];
        int index = Array.IndexOf(s_names, name);
        try
        {
            NetworkCheck.Run(compiled.NativeOf(index), compiled.OthersOf(index), CompiledCases.Name(index), value.Network, ValueCases.SeedOf(name), value.Batches);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{exception.Message}\n{NetworkText.Attributes(value.Network)}", exception);
        }
    }
}
