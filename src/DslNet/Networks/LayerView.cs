namespace DslNet;

/// <summary>The learned tensors of one layer of a network, by their roles.</summary>
public class LayerView
{
    private readonly ParameterTensor[] _tensors;

    /// <summary>A view of a layer of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its layers.</param>
    public LayerView(INetwork network, LayerDescription description)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(description);
        Description = description;
        _tensors = [.. description.Parameters.Select(parameter => new ParameterTensor(network, parameter))];
    }

    /// <summary>The layer's kind, arguments, shape and cost.</summary>
    public LayerDescription Description { get; }

    /// <summary>The tensor of a role, such as <c>weight</c> (see <see cref="ParameterDescription.Role"/>).</summary>
    /// <exception cref="ArgumentException">The layer has no such tensor.</exception>
    public ParameterTensor this[string role] => Find(role) ?? throw new ArgumentException(
        $"{Description.Name} has no {role}. {(_tensors.Length == 0 ? "It learns nothing." : $"It has {string.Join(" and ", _tensors.Select(tensor => tensor.Description.Role))}.")}", nameof(role));

    /// <summary>The description, as one line.</summary>
    public override string ToString() => Description.ToString();

    /// <summary>The tensor of a role; null if there is none.</summary>
    private protected ParameterTensor? Find(string role) => Array.Find(_tensors, tensor => tensor.Description.Role == role);
}
