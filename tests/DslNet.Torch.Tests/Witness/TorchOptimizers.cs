using DslNet.Torch.Tests.Witness.Optimizers;

namespace DslNet.Torch.Tests.Witness;

/// <summary>All optimisers as libtorch has them. One line an optimiser.</summary>
internal static class TorchOptimizers
{
    // Before the step, and around it: TorchTraining does it.
    private static readonly string[] s_ofAll = [nameof(Optimizer.Decays), nameof(Optimizer.GradientAccumulation), nameof(Optimizer.Groups), nameof(Optimizer.MaxGradientNorm), nameof(Optimizer.MaxGradientValue)];

    public static IReadOnlyDictionary<Type, TorchOptimizer> All { get; } = new Dictionary<Type, TorchOptimizer>
    {
        [typeof(Adadelta)] = new TorchAdadelta(),
        [typeof(Adagrad)] = new TorchAdagrad(),
        [typeof(Adam)] = new TorchAdam(),
        [typeof(AdamW)] = new TorchAdamW(),
        [typeof(NAdam)] = new TorchNAdam(),
        [typeof(RMSProp)] = new TorchRMSProp(),
        [typeof(SGD)] = new TorchSGD(),
    };

    /// <summary>All cases, with how they read.</summary>
    public static IReadOnlyDictionary<string, Func<Optimizer>> Cases { get; } = All.Values.SelectMany(witness => witness.Cases).ToDictionary(NameOf);

    /// <summary>The settings that need to know a network.</summary>
    public static IReadOnlyDictionary<string, Func<Optimizer>> CasesOfNetworks { get; } = new Dictionary<string, Func<Optimizer>>
    {
        ["AdamW that clips the norm, of which weights decay"] = () => new AdamW(0.01f) { Decays = Decays.Weights, WeightDecay = 0.1f, MaxGradientNorm = 0.1f },
        ["SGD that clips values, of which weights decay"] = () => new SGD(0.05f) { Momentum = 0.9f, Decays = Decays.Weights, WeightDecay = 0.05f, MaxGradientValue = 0.01f },
        ["RMSProp that clips both"] = () => new RMSProp(0.003f) { MaxGradientNorm = 0.1f, MaxGradientValue = 0.01f },
    };

    /// <summary>libtorch's with an optimiser's settings.</summary>
    public static TorchSharp.torch.optim.Optimizer Create(IEnumerable<TorchSharp.Modules.Parameter> parameters, Optimizer optimizer) =>
        All[optimizer.GetType()].Create(parameters, optimizer);

    /// <summary>What libtorch does not have.</summary>
    public static IReadOnlyCollection<Type> Without { get; } = [typeof(Lion)];

    /// <summary>What can be set of an optimiser but not of all of them alike.</summary>
    public static IEnumerable<System.Reflection.PropertyInfo> SettingsOf(Type optimizer) =>
        optimizer.GetProperties().Where(property => property.SetMethod is { IsPublic: true } && !s_ofAll.Contains(property.Name));

    private static string NameOf(Func<Optimizer> create)
    {
        Optimizer optimizer = create();
        IEnumerable<string> settings = SettingsOf(optimizer.GetType()).OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => FormattableString.Invariant($"{property.Name} = {property.GetValue(optimizer)}"));
        return $"{optimizer.GetType().Name}: {string.Join(", ", settings)}";
    }
}
