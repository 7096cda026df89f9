using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// The kernels that a network's operations call, each once: a chain of two hundred equal layers has the kernels of three, the first layer, one
/// between, and the last. A kernel is called after its first operation.
/// </summary>
internal sealed class KernelTable
{
    private readonly Dictionary<KernelKey, NamedKernel> _kernels = [];
    private readonly Dictionary<string, NamedKernel> _ofOperations = new(StringComparer.Ordinal);

    /// <param name="operations">Operations of all programs; those of one name have one kernel.</param>
    public KernelTable(IEnumerable<Operation> operations)
    {
        // Programs have most operations in common.
        HashSet<string> seen = new(StringComparer.Ordinal);
        IEnumerable<(Operation Operation, KernelKey Key)> distinct = operations.Where(operation => operation.Kernel is not null && seen.Add(operation.Name))
            .Select(operation => (operation, new KernelKey(operation.Kernel!)));
        foreach (IGrouping<KernelKey, (Operation Operation, KernelKey Key)> users in distinct.GroupBy(each => each.Key))
        {
            string[] names = [.. users.Select(user => user.Operation.Name)];
            NamedKernel kernel = new(names[0], users.Key, names.Skip(1).ToEquatableArray(),
                users.Select(user => user.Operation.Layer).OfType<string>().Distinct().ToEquatableArray());
            _kernels.Add(users.Key, kernel);
            foreach (string name in names)
                _ofOperations.Add(name, kernel);
        }

        All = [.. _kernels.Values];
    }

    /// <summary>All of them, in the order of their first use.</summary>
    public IReadOnlyList<NamedKernel> All { get; }

    /// <summary>Whether the network has a kernel.</summary>
    public bool Has(KernelKey kernel) => _kernels.ContainsKey(kernel);

    /// <summary>The name of the method that does an operation's work.</summary>
    public string NameOf(Operation operation) => _ofOperations[operation.Name].Name;
}
