using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>How recipes are written, without reflection.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(FittedStep[]))]
internal sealed partial class RecipeJson : JsonSerializerContext;
