using System.Globalization;
using System.Reflection;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>An argument of an attribute as a page's table has it.</summary>
/// <param name="Name">The constructor's parameter, or the property.</param>
/// <param name="Type">Its type in C#.</param>
/// <param name="Default">What it is unless said otherwise; "required" for a constructor's parameter.</param>
internal sealed record DeclaredArgument(string Name, string Type, string Default)
{
    /// <summary>The arguments of an attribute, without those that all layers have: constructors first, the layer's own properties before inherited ones.</summary>
    public static IEnumerable<DeclaredArgument> Of(Type attribute)
    {
        ConstructorInfo[] constructors = attribute.GetConstructors();
        object instance = constructors[0].Invoke([.. constructors[0].GetParameters().Select(parameter => Example(parameter.ParameterType))]);
        return
        [
            .. constructors.SelectMany(constructor => constructor.GetParameters()).DistinctBy(parameter => parameter.Name)
                .Select(parameter => new DeclaredArgument(parameter.Name!, NameOf(parameter.ParameterType), parameter.ParameterType == typeof(double[]) ? "none" : parameter.HasDefaultValue ? TextOf(parameter.DefaultValue!) : "required")),
            .. attribute.GetProperties()
                .Where(property => property.CanWrite && property.DeclaringType != typeof(LayerAttribute) && property.DeclaringType != typeof(LossAttribute))
                .OrderBy(property => property.DeclaringType == attribute ? 0 : 1).ThenBy(property => property.MetadataToken)
                .Select(property => new DeclaredArgument(property.Name, NameOf(property.PropertyType), TextOf(property.GetValue(instance)!))),
        ];
    }

    private static object Example(Type type) => type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0) : type == typeof(string) ? "" : type == typeof(Type) ? typeof(object) : Activator.CreateInstance(type)!;

    private static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        Array { Length: 0 } => "empty",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} has no text yet. Add it here."),
    };

    private static string NameOf(Type type) => System.Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => type.Name,
        TypeCode.Int32 => "int",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Boolean => "bool",
        _ when type == typeof(float[]) => "float[]",
        _ when type == typeof(string[]) => "string[]",
        _ when type == typeof(double[]) => "double[]",
        _ when type == typeof(Type) => "Type",
        TypeCode.String => "string",
        _ => throw new NotSupportedException($"{type} has no name yet. Add it here."),
    };
}
