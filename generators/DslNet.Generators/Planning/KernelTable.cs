using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>
/// The kernels that a network's operations call, each once: a chain of two hundred equal layers has the kernels of three, the first layer, one
/// between, and the last. A kernel is called after its first operation.
/// </summary>
internal sealed class KernelTable
{
    private readonly Dictionary<Kernel, NamedKernel> _kernels = [];

    /// <param name="operations">Operations of all programs; those of one name have one kernel.</param>
    public KernelTable(IEnumerable<Operation> operations)
    {
        All =
        [
            .. operations.Where(operation => operation.Kernel is not null).GroupBy(operation => operation.Kernel!).Select(users => new NamedKernel(
                users.First().Name, users.Key,
                users.Select(operation => operation.Name).Distinct().Skip(1).ToEquatableArray(),
                users.Select(operation => operation.Layer).OfType<string>().Distinct().ToEquatableArray())),
        ];
        foreach (NamedKernel kernel in All)
            _kernels.Add(kernel.Kernel, kernel);
    }

    /// <summary>All of them, in the order of their first use.</summary>
    public IReadOnlyList<NamedKernel> All { get; }

    /// <summary>Whether the network has a kernel.</summary>
    public bool Has(Kernel kernel) => _kernels.ContainsKey(kernel);

    /// <summary>The name of a kernel's method.</summary>
    public string NameOf(Kernel kernel) => _kernels[kernel].Name;
}
