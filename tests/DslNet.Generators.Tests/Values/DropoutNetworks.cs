using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Networks with dropout, compiled once.</summary>
public sealed class DropoutNetworks
{
    private const string Source =
        """
        /// <summary>Drops inputs.</summary>
        [Network]
        [Input(33, Gradient = true), Dropout(0.3), MeanSquaredError]
        public sealed partial class Alone;

        /// <summary>Drops inputs of a layer.</summary>
        [Network]
        [Input(33, Gradient = true), Dropout(0.3), Dense(5), Tanh, MeanSquaredError]
        public sealed partial class Before;

        /// <summary>Drops one after another.</summary>
        [Network]
        [Input(33, Gradient = true), Dropout(0.3), Dropout(0.3), MeanSquaredError]
        public sealed partial class Twice;
        """;

    /// <summary>For the default targets.</summary>
    internal NetworkAssembly Native { get; } = NetworkAssembly.Compile(Source);

    /// <summary>For each of the others.</summary>
    internal IReadOnlyList<NetworkAssembly> Others { get; } = NetworkAssembly.CompileOthers(Source);
}
