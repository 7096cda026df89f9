using DslNet.Torch.Tests.Witness.Optimizers;

namespace DslNet.Torch.Tests.Witness;

/// <summary>All optimisers as libtorch has them. One line an optimiser.</summary>
internal static class TorchOptimizers
{
    public static IReadOnlyDictionary<Type, TorchOptimizer> All { get; } = new Dictionary<Type, TorchOptimizer>
    {
        [typeof(Adam)] = new TorchAdam(),
        [typeof(AdamW)] = new TorchAdamW(),
        [typeof(RMSProp)] = new TorchRMSProp(),
        [typeof(SGD)] = new TorchSGD(),
    };

    /// <summary>All cases, with how they read.</summary>
    public static IReadOnlyDictionary<string, Func<Optimizer>> Cases { get; } = All.Values.SelectMany(witness => witness.Cases).ToDictionary(NameOf);

    /// <summary>libtorch's with an optimiser's settings.</summary>
    public static TorchSharp.torch.optim.Optimizer Create(IEnumerable<TorchSharp.Modules.Parameter> parameters, Optimizer optimizer) =>
        All[optimizer.GetType()].Create(parameters, optimizer);

    /// <summary>What can be set of an optimiser.</summary>
    public static IEnumerable<System.Reflection.PropertyInfo> SettingsOf(Type optimizer) => optimizer.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private static string NameOf(Func<Optimizer> create)
    {
        Optimizer optimizer = create();
        IEnumerable<string> settings = SettingsOf(optimizer.GetType()).OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => FormattableString.Invariant($"{property.Name} = {property.GetValue(optimizer)}"));
        return $"{optimizer.GetType().Name}: {string.Join(", ", settings)}";
    }
}
