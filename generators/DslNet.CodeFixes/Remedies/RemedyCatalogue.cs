using DslNet.Generators.Diagnostics;

namespace DslNet.CodeFixes.Remedies;

/// <summary>The rules whose remedy is certain; where there are two, the likelier one comes first.</summary>
internal static class RemedyCatalogue
{
    private static readonly AddPartial s_addPartial = new();
    private static readonly RemoveAttribute s_removeAttribute = new();

    public static IReadOnlyDictionary<string, Remedy[]> ByRule { get; } = new Dictionary<string, Remedy[]>
    {
        [RuleIds.NetworkNotPartial] = [s_addPartial],
        [RuleIds.ContainerNotPartial] = [s_addPartial],
        [RuleIds.NetworkMissing] = [new AddNetwork()],
        [RuleIds.FlattenMissing] = [new InsertFlatten()],
        [RuleIds.InputsDiffer] = [new SetInputs()],
        [RuleIds.OutputDiffers] = [new SetOutput(), s_removeAttribute],
        [RuleIds.KernelTooLarge] = [new ShrinkKernel()],
        [RuleIds.ActivationInLoss] = [s_removeAttribute],
        [RuleIds.FlattenWithoutEffect] = [s_removeAttribute],
        [RuleIds.BorderDropped] = [new SetPadding()],
    };

    public static Remedy? Find(string? key) => ByRule.Values.SelectMany(remedies => remedies).FirstOrDefault(remedy => remedy.Key == key);
}
